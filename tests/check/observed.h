/* observed.h - what a body observed, as bytes.
 *
 * One record a name, sorted by name, so that two executions that observed the
 * same have the same bytes:
 *
 *     type (1 byte), length of the name (1 byte), name,
 *     size of the value (4 bytes), value
 */
#ifndef CHECK_OBSERVED_H
#define CHECK_OBSERVED_H

#include <stdbool.h>
#include <stddef.h>

enum observed_type {
    OBSERVED_VALUE = 'i', /* long long */
    OBSERVED_DOUBLE = 'd',
    OBSERVED_TEXT = 't',   /* with its final zero; size 0 is NULL */
    OBSERVED_INTS = 'a',   /* int[] */
    OBSERVED_RECORDS = 'r' /* of a list of its own */
};

/* Names that the API itself uses; no check.c can write them. */
#define OBSERVED_WORK "\001work"   /* long long: units of work() in all */
#define OBSERVED_UNITS "\001units" /* int[64]: by thread */
#define OBSERVED_AGAIN "\001again" /* all records of the body's second run, as one value */
#define OBSERVED_KEPT "\001kept"   /* long long: blocks of memory that it has left allocated */

/* ---- In a body ------------------------------------------------------------- */

/* Memory for the records; the program that hosts the body says where. */
void *observed_room(size_t size);

/* Where the records are kept between two reports: an execution starts with zero. */
struct observed {
    unsigned char *bytes;
    size_t size, room;
};

/* Adds a record, or replaces the one of that name. */
void observed_put(struct observed *all, enum observed_type type, const char *name,
                  const void *value, size_t size);

/* ---- In a judge ------------------------------------------------------------- */

/* Are these bytes a list of records? To be asked before observed_find(). */
bool observed_sound(const void *bytes, size_t size);

/* The value of a name; false when it was not observed or is of another type.
 * The value has no particular alignment. */
bool observed_find(const void *bytes, size_t size, enum observed_type type, const char *name,
                   const void **value, size_t *value_size);

#endif
