"""The site as granian serves it."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makegood.web.settings")

from django.core.wsgi import get_wsgi_application

from makegood.web.orphan import leave_with_parent

application = get_wsgi_application()
leave_with_parent()
