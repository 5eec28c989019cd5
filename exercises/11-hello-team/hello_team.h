/* hello_team.h - the contract of exercise 11. */
#ifndef HELLO_TEAM_H
#define HELLO_TEAM_H

/* Starts one team of threads, as many as OpenMP chooses by itself.
 * The thread with number t writes t into slot[t].
 *
 * slot   64 numbers, more than any team here has threads. All are -1
 *        before the call. A slot whose number no thread of the team
 *        has is still -1 after it.
 *
 * When the function returns, all slots of the team are filled. */
void hello_team(int slot[]);

#endif
