/** Django behind gunicorn, which writes the log. `settings` is added to settings.py, the main place is urls.py. */
import { LAB, adapter, type Wanted } from '../../adapter.ts';
import gunicorn from '../gunicorn/server.ts';

/** What startproject writes, without the parts that need a database; and a log, which Django has not when DEBUG is off. */
const SETTINGS = `
import os
SECRET_KEY = 'a-long-random-text'
DEBUG = False
ALLOWED_HOSTS = ['127.0.0.1', 'localhost']
ROOT_URLCONF = 'urls'
INSTALLED_APPS = []
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.middleware.common.CommonMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
]
TEMPLATES = [{
    'BACKEND': 'django.template.backends.django.DjangoTemplates',
    'DIRS': ['${LAB}/templates'],
}]
USE_TZ = True
LOGGING = {
    'version': 1,
    'disable_existing_loggers': False,
    'formatters': {'plain': {'format': '{levelname} {name}: {message}', 'style': '{'}},
    'handlers': {'console': {'class': 'logging.StreamHandler', 'formatter': 'plain'}},
    'loggers': {'django': {'handlers': ['console'], 'level': 'INFO'}},
}
`;
const URLS = `
from django.http import HttpResponse
from django.urls import path

urlpatterns = [path('', lambda request: HttpResponse('ok'))]
`;

function excerpt({ config }: Wanted): string {
  const { settings = '', main = '' } = config;
  return [settings && `# settings.py\n${settings.trim()}`, main && `# urls.py\n${main.trim()}`]
    .filter(Boolean)
    .join('\n\n');
}

export default adapter({
  ...gunicorn,
  id: 'django',
  name: 'Django',
  software: 'django',
  packages: ['gunicorn', 'python3-django'],
  program: '/usr/lib/python3/dist-packages/django/__init__.py',
  version: {
    command: '/usr/bin/python3 -c "import django; print(django.get_version())"',
    pattern: /([\d.]+)/,
  },
  port: 8080,
  places: ['settings', 'main'],
  files: ({ config }) => ({
    'settings.py': `${SETTINGS}${config['settings'] ?? ''}`,
    'urls.py': config['main'] ?? URLS,
    'app.py': 'from django.core.wsgi import get_wsgi_application\n\napp = get_wsgi_application()\n',
  }),
  excerpt,
  env: { ...gunicorn.env, DJANGO_SETTINGS_MODULE: 'settings' },
});
