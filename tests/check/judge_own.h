/* judge_own.h - what the parts of judging one case share.
 *
 * judge.c           what the case comes to
 * judge_outcomes.c  what the row's judge says of each outcome
 */
#ifndef CHECK_JUDGE_OWN_H
#define CHECK_JUDGE_OWN_H

#include <stdbool.h>
#include <stddef.h>

#include "check/finding.h"

/* What the judge said about one outcome. */
struct judged {
    bool failed;
    enum verdict verdict;
    char *message;
};

struct bench {
    const struct test_case *at;
    const struct reply *reply;
    const struct answer *answer;
    struct judged *judged; /* one an outcome */
    int passed, failed;
    struct finding *finding;
};

/* The judge can be asked about the outcome: the body came to its end. */
bool came_to_end(const struct outcome *outcome);

/* Every outcome goes before the judge. False: ask again, with units. What is wrong
 * with the check itself is written into trouble, else "". */
bool judge_outcomes(struct bench *bench, char *trouble, size_t room);

#endif
