/* The result model as one JSON document:
 *
 *   {"score": 4, "points": 10, "solved": 0, "exercises": [
 *     {"exercise": "42-atomic-capture", "file": "exercises/…", "verdict": "ATOMICITY", …}]}
 *
 * An exercise is the checker's own report with the submission's path. One that
 * could not be judged has "verdict" INTERNAL or null, and "message".
 */
#include "grade/result.h"

static json_t *one(const struct result *result)
{
    if (result->report != NULL && result->internal == NULL) {
        json_t *copy = json_copy(result->report);
        json_object_set_new(copy, "exercise", json_string(result->exercise->name));
        json_object_set_new(copy, "submission", json_string(result->submission));
        return copy;
    }
    const char *message = result->internal != NULL  ? result->internal
                          : result->problem != NULL ? result->problem
                                                    : result->refused;
    return json_pack("{ss, ss, so, si, si, s[], so*}", "exercise", result->exercise->name,
                     "submission", result->submission, "verdict",
                     result->internal != NULL ? json_string("INTERNAL") : json_null(), "score", 0,
                     "points", 0, "tests", "message", json_string(message));
}

void write_json(FILE *out, const struct results *results)
{
    json_t *exercises = json_array();
    int solved = 0, score = 0, points = 0;
    for (int i = 0; i < results->count; i++) {
        const struct result *result = &results->item[i];
        solved += result_passes(result);
        score += result->score;
        points += result->points;
        json_array_append_new(exercises, one(result));
    }
    json_t *all = json_pack("{si, si, si, so}", "score", score, "points", points, "solved", solved,
                            "exercises", exercises);
    json_dumpf(all, out, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
    fputc('\n', out);
    json_decref(all);
}
