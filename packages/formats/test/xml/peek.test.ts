import { expect, test } from '@jest/globals'
import { peekXml } from '../../src/xml/peek.js'
import { bytesOf } from '../support/read.js'

test('the head of an XML file shows its root, its attributes and its children', () => {
  const head = bytesOf('<?xml version="1.0"?><!DOCTYPE r><r b="1" a="2"><x><y/></x><z/><x/>')
  expect(peekXml(head)).toEqual({ root: 'r', attributes: ['b', 'a'], children: ['x', 'z'] })
})

test('a fault behind the root hides nothing that came before', () => {
  expect(peekXml(bytesOf('<r><x/></y>'))).toEqual({ root: 'r', attributes: [], children: ['x'] })
})

test.each(['', 'TN:\nSF:a', '{}', '<', '<r', '<!-- x'])('nothing is seen in %j', (text) => {
  expect(peekXml(bytesOf(text))).toBeNull()
})
