/* answering.h - the child's side: load, give up rights, answer. */
#ifndef CHECK_ANSWERING_H
#define CHECK_ANSWERING_H

#include "check/child.h"

/* Answers the questions on the descriptor until it closes, then ends the process. */
_Noreturn void answer_all(const struct exam *exam, int descriptor);

/* A question over the wire: from the parent, so it can be trusted. */
void question_write(struct wire_out *out, const struct question *question);

/* Says that the submission does not define the variable, and ends the process. */
_Noreturn void answer_missing(const char *name);

#endif
