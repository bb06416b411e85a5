"""The exports of other systems that Makegood knows by their headings: one YAML file each.

A layout says which headings tell the export, what its columns hold, and what its codes mean as far as that is
documented. It becomes the mapping of a file that has none yet, so a person sees all of it and can change it.
"""

from makegood.imports.layouts.apply import recognised, with_layouts
from makegood.imports.layouts.find import Found, layout_in, layouts
from makegood.imports.layouts.layout import Layout

__all__ = ["Found", "Layout", "layout_in", "layouts", "recognised", "with_layouts"]
