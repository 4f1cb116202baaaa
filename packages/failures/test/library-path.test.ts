import { expect, test } from '@jest/globals'
import { isLibraryPath } from '../src/library-path.js'

test.each([
  '/ci/node_modules/jest/index.js',
  'C:\\ci\\node_modules\\jest\\index.js',
  'node:internal/process/task_queues',
  'internal/process/task_queues.js',
  '/usr/lib/python3.11/json/decoder.py',
  '/opt/hostedtoolcache/Python/3.11.7/x64/lib/python3.11/unittest/case.py',
  '/ci/.venv/lib/python3.11/site-packages/requests/api.py',
  '/usr/local/go/src/testing/testing.go',
  '/home/me/go/pkg/mod/github.com/stretchr/testify@v1.9.0/assert/assertions.go',
  '/rustc/5980/library/core/src/panicking.rs',
  '/home/me/.cargo/registry/src/x/lib.rs',
  '/usr/share/php/PHPUnit/Framework/TestCase.php',
  'C:\\hostedtoolcache\\windows\\Python\\3.11.7\\x64\\Lib\\unittest\\case.py',
  '/usr/lib64x/ruby/lib/ruby/3.1.0/set.rb',
  'vendor/phpunit/phpunit/src/Framework/TestCase.php',
  '/usr/local/bundle/gems/rspec-core-3.13/lib/rspec.rb',
  'java/util/ArrayList.java',
  'org/junit/jupiter/api/Assertions.java',
  '<frozen importlib._bootstrap>',
  '/_/src/Xunit.cs',
])('of a library: %s', (path) => {
  expect(isLibraryPath(path)).toBe(true)
})

test.each([
  'src/cart.js',
  '/ci/src/internal/cart.go',
  '/home/me/go/src/shop/cart.go',
  'a/b/Foo.java',
  'com/example/junit/Foo.java',
  'lib/vendors.rb',
  'src/testing/check.go',
  '/opt/app/src/cart.js',
  'internal/cart/cart.go',
  'gems/billing/lib/billing.rb',
  '/usr/src/app/cart.js',
])('of the project: %s', (path) => {
  expect(isLibraryPath(path)).toBe(false)
})
