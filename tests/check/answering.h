/* answering.h - the child's side: load, give up rights, answer. */
#ifndef CHECK_ANSWERING_H
#define CHECK_ANSWERING_H

#include "check/child.h"

/* Answers the questions on the descriptor, then ends the process. */
_Noreturn void answer_all(const struct exam *exam, const struct question *questions, int count,
                          int descriptor);

/* Says that the submission does not define the variable, and ends the process. */
_Noreturn void answer_missing(const char *name);

#endif
