"""The app `records` for Django."""

from django.apps import AppConfig


class Records(AppConfig):
    """The app."""

    name = "makegood.web.records"
    label = "records"
