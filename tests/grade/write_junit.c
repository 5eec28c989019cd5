/* The result model as JUnit XML: an exercise is a test suite, a row a test case.
 * A row that is wrong is a failure; one that died or never ended, an error. No
 * times: the same submission gives the same bytes, whenever it is graded. */
#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <string.h>

#include "grade/result.h"

#define XML(text) ((const xmlChar *)(text))

static bool is_error(const struct test *test)
{
    return strcmp(test->verdict, "CRASH") == 0 || strcmp(test->verdict, "ENDLESS") == 0 ||
           strcmp(test->verdict, "DEADLOCK") == 0 || strcmp(test->verdict, "INTERNAL") == 0;
}

/* XML 1.0 has no way to say a control character: it becomes '?'. */
static xmlChar *clean(const char *text)
{
    xmlChar *copy = xmlStrdup(XML(text));
    for (xmlChar *c = copy; *c != '\0'; c++) {
        if (*c < 0x20 && *c != '\n' && *c != '\t') {
            *c = '?';
        }
        /* U+FFFE and U+FFFF are excluded too: EF BF BE and EF BF BF. */
        if (c[0] == 0xef && c[1] == 0xbf && c[2] >= 0xbe) {
            c[2] = 0xbd;
        }
    }
    return copy;
}

static void attribute(xmlTextWriterPtr xml, const char *name, const char *value)
{
    xmlChar *text = clean(value);
    xmlTextWriterWriteAttribute(xml, XML(name), text);
    xmlFree(text);
}

static void number(xmlTextWriterPtr xml, const char *name, int value)
{
    xmlTextWriterWriteFormatAttribute(xml, XML(name), "%d", value);
}

static void body(xmlTextWriterPtr xml, const char *value)
{
    xmlChar *text = clean(value);
    xmlTextWriterWriteString(xml, text);
    xmlFree(text);
}

static void write_case(xmlTextWriterPtr xml, const struct result *result, const struct test *test)
{
    xmlTextWriterStartElement(xml, XML("testcase"));
    attribute(xml, "classname", result->exercise->name);
    attribute(xml, "name", test->name);
    if (test->status == STATUS_SKIPPED) {
        xmlTextWriterWriteElement(xml, XML("skipped"), NULL);
    } else if (test->status == STATUS_FAILED) {
        xmlTextWriterStartElement(xml, XML(is_error(test) ? "error" : "failure"));
        attribute(xml, "type", test->verdict);
        attribute(xml, "message", test->headline);
        for (size_t i = 0; i < json_array_size(test->picture); i++) {
            body(xml, json_string_value(json_array_get(test->picture, i)));
            body(xml, "\n");
        }
        body(xml, test->explanation);
        if (test->stage == 1) {
            body(xml, result->compiler);
        }
        xmlTextWriterEndElement(xml);
    }
    xmlTextWriterEndElement(xml);
}

/* Nothing was run, because there is nothing of the learner's yet: a suite
 * without a case would look like success. */
static bool is_idle(const struct result *result)
{
    return result->test_count == 0 && result->internal == NULL && result->problem == NULL &&
           result->refused == NULL && !result_passes(result);
}

struct counts {
    int tests, failures, errors, skipped;
};

static struct counts count(const struct result *result)
{
    struct counts counts = {.tests = result->test_count};
    for (int i = 0; i < result->test_count; i++) {
        const struct test *test = &result->tests[i];
        counts.skipped += test->status == STATUS_SKIPPED;
        counts.errors += test->status == STATUS_FAILED && is_error(test);
        counts.failures += test->status == STATUS_FAILED && !is_error(test);
    }
    if (result->internal != NULL || result->problem != NULL || result->refused != NULL) {
        counts = (struct counts){.tests = 1, .errors = 1};
    } else if (is_idle(result)) {
        counts = (struct counts){.tests = 1, .failures = 1};
    }
    return counts;
}

static void write_counts(xmlTextWriterPtr xml, struct counts counts)
{
    number(xml, "tests", counts.tests);
    number(xml, "failures", counts.failures);
    number(xml, "errors", counts.errors);
    number(xml, "skipped", counts.skipped);
}

static void write_unjudged(xmlTextWriterPtr xml, const struct result *result)
{
    const char *message = result->internal != NULL  ? result->internal
                          : result->problem != NULL ? result->problem
                                                    : result->refused;
    xmlTextWriterStartElement(xml, XML("testcase"));
    attribute(xml, "classname", result->exercise->name);
    attribute(xml, "name", "it can be graded");
    xmlTextWriterStartElement(xml, XML("error"));
    attribute(xml, "type", result->internal != NULL ? "INTERNAL" : "NOT GRADED");
    attribute(xml, "message", message);
    xmlTextWriterEndElement(xml);
    xmlTextWriterEndElement(xml);
}

static void write_idle(xmlTextWriterPtr xml, const struct result *result)
{
    const struct test idle = {.name = "it is started",
                              .stage = 2,
                              .status = STATUS_FAILED,
                              .verdict = result->verdict,
                              .headline = verdict_sentence(result->verdict),
                              .explanation = ""};
    write_case(xml, result, &idle);
}

static void write_suite(xmlTextWriterPtr xml, const struct result *result)
{
    struct counts counts = count(result);
    xmlTextWriterStartElement(xml, XML("testsuite"));
    attribute(xml, "name", result->exercise->name);
    write_counts(xml, counts);
    if (result->internal != NULL || result->problem != NULL || result->refused != NULL) {
        write_unjudged(xml, result);
    } else if (is_idle(result)) {
        write_idle(xml, result);
    } else {
        for (int i = 0; i < result->test_count; i++) {
            write_case(xml, result, &result->tests[i]);
        }
    }
    xmlTextWriterEndElement(xml);
}

void write_junit(FILE *out, const struct results *results)
{
    xmlBufferPtr buffer = xmlBufferCreate();
    xmlTextWriterPtr xml = xmlNewTextWriterMemory(buffer, 0);
    struct counts all = {0};
    for (int i = 0; i < results->count; i++) {
        struct counts one = count(&results->item[i]);
        all.tests += one.tests;
        all.failures += one.failures;
        all.errors += one.errors;
        all.skipped += one.skipped;
    }
    xmlTextWriterSetIndent(xml, 1);
    xmlTextWriterStartDocument(xml, NULL, "UTF-8", NULL);
    xmlTextWriterStartElement(xml, XML("testsuites"));
    attribute(xml, "name", "Four Cores, One Seat");
    write_counts(xml, all);
    for (int i = 0; i < results->count; i++) {
        write_suite(xml, &results->item[i]);
    }
    xmlTextWriterEndDocument(xml);
    xmlFreeTextWriter(xml);
    fputs((const char *)xmlBufferContent(buffer), out);
    xmlBufferFree(buffer);
    xmlCleanupParser();
}
