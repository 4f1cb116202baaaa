/** An input that the pipeline itself reads, whatever the gate. */
export interface PipelineInput {
  readonly name: string
  readonly description: string
  /** As `action.yml` has it: may be an expression of the workflow language. */
  readonly fallback: string
  /** An internal one carries what GitHub knows and an action cannot read otherwise; nobody needs to write it. */
  readonly audience: 'user' | 'internal'
}

export const PIPELINE_INPUTS: readonly PipelineInput[] = [
  {
    name: 'config',
    description: 'Path of the config file. A missing file at the default path means: the assumed limits.',
    fallback: '.github/testwarden.yml',
    audience: 'user',
  },
  {
    name: 'annotations',
    description: '`true` or `false`: whether findings are shown at their lines.',
    fallback: 'true',
    audience: 'user',
  },
  {
    name: 'comment',
    description:
      'Comment on the pull request: `auto` when the outcome is not pass, or to update the one that is there; `always`; `never`. Needs `pull-requests: write`.',
    fallback: 'auto',
    audience: 'user',
  },
  {
    name: 'comment-key',
    description: 'Tells the comments of one pull request apart. Without it: one comment per action.',
    fallback: '',
    audience: 'user',
  },
  {
    name: 'check-run',
    description:
      'A check run with every annotation on the commit: `auto` where the token may write one (`checks: write`); `always`; `never`.',
    fallback: 'auto',
    audience: 'user',
  },
  {
    name: 'dry-run',
    description:
      '`true` prints what would be written (history, files, comment, check run, issues) and writes none of it.',
    fallback: 'false',
    audience: 'user',
  },
  {
    name: 'github-token',
    description:
      'Token for reading commits that the checkout left out (`contents: read`), for the comment and for the check run.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow language
    fallback: '${{ github.token }}',
    audience: 'user',
  },
  {
    name: 'matrix',
    description: 'Set by GitHub: tells the legs of a matrix apart.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow language
    fallback: '${{ toJSON(matrix) }}',
    audience: 'internal',
  },
  {
    name: 'check-run-id',
    description: 'Set by GitHub: tells two jobs apart that call one reusable workflow.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow language
    fallback: '${{ job.check_run_id }}',
    audience: 'internal',
  },
]

export interface CommonOutput {
  readonly name: string
  readonly description: string
}

/** Outputs of every gate, beside its own. */
export const COMMON_OUTPUTS: readonly CommonOutput[] = [
  { name: 'outcome', description: '`skipped`, `pass`, `warn`, `inconclusive` or `fail`.' },
  { name: 'headline', description: 'The verdict in one sentence.' },
  { name: 'verdict-path', description: 'The verdict as JSON (`testwarden.verdict/1`).' },
  { name: 'evidence-path', description: 'What the verdict rests on, gzipped JSON (`testwarden.evidence/1`).' },
]
