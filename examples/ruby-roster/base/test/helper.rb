require 'simplecov'

SimpleCov.start do
  command_name ENV.fetch('SUITE', 'unit')
  enable_coverage :branch
  track_files 'lib/**/*.rb'
  add_filter '/test/'
end

require 'minitest/autorun'
