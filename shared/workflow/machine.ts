/**
 * The workflow as one pure state machine, the same in the workstation (what may I do, optimistic) and in the
 * endpoint (what is accepted, final). Working state and public state are two different things, so that a live
 * article can be corrected without coming down:
 *
 *   working:  draft --submitted--> in-review --approved--> approved --reopened--> draft
 *               ^----returned / recalled----'
 *   public:   none --published--> live --withdrawn--> withdrawn
 *   spiked:   set aside and restored, from any working state
 */
export {};
