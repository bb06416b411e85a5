"""Every word and sentence that people read, in English and Spanish."""
