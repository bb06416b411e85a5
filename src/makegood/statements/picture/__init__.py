"""The year week by week, as numbers, as SVG and as text."""
