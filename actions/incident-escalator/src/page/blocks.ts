import type { Section } from '@testwarden/core/model/page'
import { type ChecklistItem, checklistMarkdown } from './checklist.js'
import { sectionsMarkdown, type Writing } from './markup.js'

/** A part of a region. Pages know neither checklists nor what an earlier run wrote, so a region is more than sections. */
export type Block =
  /** `share`: of the room that is left when its turn comes, at most so much. */
  | { readonly kind: 'sections'; readonly sections: readonly Section[]; readonly share: number }
  | { readonly kind: 'checklist'; readonly heading: string; readonly items: readonly ChecklistItem[] }
  /** Markdown of ours. */
  | { readonly kind: 'ready'; readonly markdown: string }

const SEPARATOR = '\n\n'
/** Checklists are what people work with, but they are no more than a part of what is told. */
const CHECKLIST_SHARE = 0.4

/** Room is given to what cannot be shortened first, then to sections from the end: the first ones may take the rest. */
export function blocksMarkdown(blocks: readonly Block[], writing: Writing, limit: number): string {
  const written = new Map<Block, string>()
  let left = limit
  for (const block of inOrderOfRoom(blocks)) {
    const markdown = blockMarkdown(block, writing, left)
    written.set(block, markdown)
    left -= markdown.length + SEPARATOR.length
  }
  return blocks.flatMap((block) => written.get(block) || []).join(SEPARATOR)
}

function inOrderOfRoom(blocks: readonly Block[]): readonly Block[] {
  const isShort = ({ kind }: Block): boolean => kind !== 'sections'
  return [...blocks.filter(isShort), ...blocks.filter((block) => !isShort(block)).reverse()]
}

function blockMarkdown(block: Block, writing: Writing, left: number): string {
  switch (block.kind) {
    case 'ready':
      return block.markdown.length <= left ? block.markdown : ''
    case 'checklist':
      return checklistMarkdown(block.heading, block.items, left * CHECKLIST_SHARE)
    case 'sections':
      return sectionsMarkdown(block.sections, writing, Math.floor(left * block.share))
  }
}
