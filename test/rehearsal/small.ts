/** A small rulebook of a made-up club: working days, an office without a number of seats, an hour that counts over the change of clocks. */
export const smallText = `
redress: 1
organisation: { id: club, name: Rowing club, timezone: Europe/London, locales: [en] }
document: { title: Club rules, cite: Rules, in_force: 2024-01-01, link: https://example.org/rules }
calendar:
  counting: { duration: half_open, window: exclude_first_day }
  working_week: [mon, tue, wed, thu, fri]
  holidays: [GB-EAW]
  reminders: { before: [], at: "08:00", overdue_every: 2d }
people: { classes: { member: {} } }
offices: { keeper: { seats: 2 }, steward: {} }
bodies:
  keepers: { offices: [keeper], clause: "2" }
  stewards: { offices: [steward], clause: "3" }
rules: { respect: { clause: "1" } }
severity: [any]
intake:
  report:
    clause: "4"
    open_to: [anyone]
    via: [command]
    anonymous: refused
    limitation: none
    fields:
      - { id: what, type: long_text, required: true }
      - { id: relation, type: choice, options: [affected, witness, on_behalf], required: true }
    show_readers_before_sending: true
    to: body:keepers
    about_a_receiver: { clause: "4", ask_first: true, choose: ["office:steward"], also_show_addresses: false }
    procedure: matter
conflicts:
  clause: "5"
  automatic: [party]
  declared: []
  asked_before: [ballot]
  then: recuse
procedures:
  matter:
    clause: "6"
    starts: look
    limit: { clause: "6.9", within: 20wd, from: report.received }
    stages:
      look:
        kind: assess
        owner: body:keepers
        clause: "6.1"
        target: { within: 10wd, from: stage.opened }
        outcomes:
          matter: { then: vote, needs: [rule_cited] }
          nothing: { then: over, notify: [complainant] }
      vote:
        kind: vote
        owner: body:stewards
        clause: "6.2"
        sees: brief
        brief: { by: "body:keepers", second_approval: false, mask: [names], clause: "6.2" }
        target: { within: 48h, from: stage.opened }
        motions:
          uphold: { vote: simple, requires: [finding, one_sanction], outcome: upheld }
          dismiss: { vote: simple, outcome: dismissed }
        outcomes:
          upheld: { then: tell, sanctions: [ashore], notify: [complainant, respondent] }
          dismissed: { then: tell, notify: [complainant, respondent] }
      tell:
        kind: notify
        owner: body:stewards
        clause: "6.3"
        outcomes: { told: { then: over } }
      over: { kind: closed, clause: "6" }
votes:
  simple:
    clause: "7"
    method: motion
    electorate: body:stewards
    majority: { fraction: 1/2, of: votes_cast, strict: true }
    quorum: { present: 6, recused_count: false, check: [open, close] }
    closed: true
    second_ballot: replaces
    tie: fails
sanctions:
  ashore: { kind: dated, clause: "8", lasts: 2mo, from: decision.made, notice: outcome }
notices: { outcome: { clause: "9", must_contain: [outcome] } }
records: { clause: "10", owner: body:keepers, retention: {} }
`;
