/* main_options.h - the table of options, for the help. */
#ifndef INTERLEAVE_MAIN_OPTIONS_H
#define INTERLEAVE_MAIN_OPTIONS_H

#include <argp.h>
#include <stdbool.h>

#include "interleave/main_tool.h"

enum { OPTIONS_ROOM = 32 };

/* The options that a command knows (COMMANDS: all that there are), ended with zeros. */
void options_of(enum command command, struct argp_option *room);

/* Prints the help of a command, or of the tool for COMMANDS; in full or its usage. */
void help_print(enum command command, bool full);

#endif
