"""The app `access` for Django."""

from django.apps import AppConfig


class Access(AppConfig):
    """The app."""

    name = "makegood.web.access"
    label = "access"
