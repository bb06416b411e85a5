"""The app `words` for Django."""

from django.apps import AppConfig


class Words(AppConfig):
    """The app."""

    name = "makegood.web.words"
    label = "words"
