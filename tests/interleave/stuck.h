/* stuck.h - no thread can go on: why. */
#ifndef INTERLEAVE_STUCK_H
#define INTERLEAVE_STUCK_H

/* Sets stage.ending to END_DEADLOCK or END_ENDLESS and stage.message to who
 * waits for whom. Called by the host when no thread is enabled. */
void stuck_report(void);

#endif
