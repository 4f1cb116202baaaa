/** @param {import('./manifest.mjs').ActionNames} names */
export function readme({ id, gate }) {
  return `# ${id}

Are there more files than there may be?

Counts the files that \`files\` names and holds them to a limit. Without any configuration it never turns a build red: limits
that nobody wrote only advise.

## Smallest example

\`\`\`yaml
permissions:
  contents: read

jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@<sha>
      - uses: <owner>/testwarden/actions/${id}@<sha>
        with:
          files: src/**
\`\`\`

## Limits

Write a limit and it binds; leave it out and the assumed one advises.

\`\`\`yaml
# .github/testwarden.yml
${gate}:
  files: src/**
  max-files: 100
\`\`\`

## Permissions

\`contents: read\`. Nothing is written to GitHub's API.

## Inputs

<!-- generated:inputs -->
<!-- /generated:inputs -->

## Outputs

<!-- generated:outputs -->
<!-- /generated:outputs -->

## Settings of the config file

\`policy\` is what is judged, \`structure\` is where things are.

<!-- generated:settings -->
<!-- /generated:settings -->
`
}
