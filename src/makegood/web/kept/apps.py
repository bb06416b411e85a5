"""The app `kept` for Django."""

from django.apps import AppConfig


class Kept(AppConfig):
    """The app."""

    name = "makegood.web.kept"
    label = "kept"
