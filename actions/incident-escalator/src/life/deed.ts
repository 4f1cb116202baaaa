/** What a person with write access did on the issue of an incident, in whatever way: command, label, assignment, button. */
export type Deed =
  | {
      readonly kind: 'acknowledge' | 'give-back' | 'resolve' | 'reopen' | 'push-on'
      readonly at: string
      readonly by: string
    }
  | {
      readonly kind: 'silence'
      readonly at: string
      readonly by: string
      readonly until: string
      readonly reason: string
    }
