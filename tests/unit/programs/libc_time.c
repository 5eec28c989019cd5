// expect: PASS, outcomes 1
// Calendars without shared state, and time that passes by itself.
#define _GNU_SOURCE
#include <assert.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    #pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2; i++) {
        struct tm parts;
        char text[32];
        time_t at = 86400 * i;
        gmtime_r(&at, &parts);
        assert(parts.tm_mday == 1 + i && parts.tm_year == 70);
        strftime(text, sizeof text, "%Y-%m", &parts);
        assert(strcmp(text, "1970-01") == 0);
    }
    struct timespec before, after;
    clock_gettime(CLOCK_MONOTONIC, &before);
    usleep(1000);
    clock_gettime(CLOCK_MONOTONIC, &after);
    assert(after.tv_sec > before.tv_sec || after.tv_nsec > before.tv_nsec);
    assert(difftime(time(NULL), 0) > 0);
    return 0;
}
