/**
 * Rails on Puma, in production, without a database. The places are files of a Rails application: `application` is added to
 * config/application.rb, `routes` to config/routes.rb; the main place is app/controllers/pages_controller.rb.
 */
import { LAB, adapter, indent, type Wanted } from '../../adapter.ts';
import puma from '../puma/server.ts';

/** Of whichever version is installed. */
const GEM = '/usr/share/rubygems-integration/all/gems/railties-6.1.*';
const PAGES = `${GEM}/lib/rails/generators/rails/app/templates/public`;

const application = (text: string): string => `require 'rails'
require 'action_controller/railtie'

class Shop < Rails::Application
  config.root = '${LAB}'
  config.load_defaults 6.1
  config.eager_load = true
  config.secret_key_base = 'a-long-random-text'
  config.logger = ActiveSupport::TaggedLogging.new(Logger.new($stdout))
  ${text.trim()}
end
Shop.initialize!
`;

const ROUTES = "root to: 'pages#index'";
const CONTROLLER = `class PagesController < ActionController::Base
  def index
    render plain: "ok\\n"
  end
end
`;

function excerpt({ config }: Wanted): string {
  const { application: app = '', routes = '', main = '' } = config;
  return [
    app && `# config/application.rb\n${app.trim()}`,
    routes && `# config/routes.rb\nRails.application.routes.draw do\n${indent(routes, '  ')}\nend`,
    main && `# app/controllers/pages_controller.rb\n${main.trim()}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

export default adapter({
  ...puma,
  id: 'rails',
  name: 'Rails',
  software: 'rails',
  packages: ['puma', 'ruby-railties', 'ruby-actionpack'],
  program: 'rails',
  version: { command: 'ruby -e "require \'rails\'; puts Rails.version"', pattern: /([\d.]+)/ },
  places: ['application', 'routes', 'main'],
  files: ({ config }) => ({
    'config.ru': "require_relative 'config/application'\nrun Rails.application\n",
    'config/application.rb': application(config['application'] ?? ''),
    'config/routes.rb': `Rails.application.routes.draw do\n${indent(config['routes'] ?? ROUTES, '  ')}\nend\n`,
    'app/controllers/pages_controller.rb': config['main'] ?? CONTROLLER,
  }),
  excerpt,
  // With the pages that "rails new" writes for 404, 422 and 500.
  command: (wanted) => [
    ...['sh', '-c', `cp -n ${PAGES}/*.html ${LAB}/public/ && exec "$@"`, 'rails'],
    ...puma.command(wanted),
  ],
  env: { ...puma.env, RAILS_ENV: 'production' },
  folders: [`${LAB}/tmp`, `${LAB}/public`],
  patience: 20,
  // Rendering, and the lines of a backtrace that are not the application's own.
  noise: [...(puma.noise ?? []), /^ +Render(ing|ed) /, /^[a-z]+ \([\d.]+\) lib\/|^<internal:/],
  masks: [
    ...(puma.masks ?? []),
    [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '01234567-89ab-cdef-0123-456789abcdef'],
    [/^X-Runtime: .*$/gim, 'X-Runtime: 0.010000'],
    [/ in \d+ms \(.*\)$/gm, ' in 1ms'],
    [/\((Duration: )?[\d.]+ms \| Allocations: \d+\)/g, '($11.0ms)'],
    [/("authenticity_token"=>)"[^"]*"/g, '$1"wp9EFehKufL1m1vy7QKCdJTdAbrpP40x"'],
    [/0x[0-9a-f]{14,16}/g, '0x00000000001000'],
    [/^ +\n/gm, ''],
  ],
});
