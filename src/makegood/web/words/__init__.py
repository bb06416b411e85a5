"""The words of the site, in English and Spanish."""
