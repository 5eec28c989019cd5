/* seen.h - one outcome before its judge.
 *
 * Filled from what the child sent (or what a run on real threads observed),
 * then handed to the row's judge. seen_judge() catches an author's fault in
 * the judge: an unreported name, a wrong type.
 */
#ifndef CHECK_SEEN_H
#define CHECK_SEEN_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "check/check.h"

struct seen {
    /* given */
    const unsigned char *bytes; /* observations, sound */
    size_t size;
    int team, widest; /* the default team; the largest that ran */
    bool units_known;
    int64_t units[64]; /* by thread */
    bool machine_known;
    double makespan, speedup, busy[64]; /* in units of work() */
    const int *step_thread;             /* of a given schedule */
    const char *const *step_text;
    int steps;

    /* found by the judge */
    bool faulted;
    enum verdict verdict; /* VERDICT_COUNT: what the stage gives */
    char message[4096];   /* headline, then explanation after a newline */
    bool units_wanted;    /* it asked for units by thread, and they are not known */
    char internal[256];   /* an author's fault, or "" */

    /* own */
    jmp_buf escape;
    struct copy *copies;
};

/* Calls the judge (NULL: nothing is wrong) and frees the copies it was given. */
void seen_judge(struct seen *seen, void (*judge)(const void *, struct seen *), const void *input);

#endif
