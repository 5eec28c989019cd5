/* main_json.h - what the JSON formats share. */
#ifndef INTERLEAVE_MAIN_JSON_H
#define INTERLEAVE_MAIN_JSON_H

#include <jansson.h>

#include "interleave/main_tool.h"

/* A string of any bytes: what is no UTF-8 becomes '?'. NULL is "". */
json_t *json_word(const char *from);

/* Writes the document to asked->out and gives it up. */
void json_print(const struct asked *asked, json_t *document);

#endif
