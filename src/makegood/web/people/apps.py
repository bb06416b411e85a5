"""The app `people` for Django."""

from django.apps import AppConfig


class People(AppConfig):
    """The app."""

    name = "makegood.web.people"
    label = "people"
