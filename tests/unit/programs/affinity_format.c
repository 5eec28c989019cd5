// Who a thread is, in the program's own words.
// expect: PASS, outcomes 1
// expect -DWRONG: CRASH, says cannot be read from
#include <omp.h>
#include <string.h>
int main(void)
{
    char text[80], format[80];
    int wrong = 0;
    omp_set_affinity_format("%L.%n/%N %{ancestor_tnum} %05T");
#ifndef WRONG
    omp_set_affinity_format("%L.%n/%{num_threads}|%4n|%.4n|%0.3n|%%");
#endif
    wrong += omp_get_affinity_format(format, 4) != 40 || strcmp(format, "%L.");
#pragma omp parallel num_threads(2) private(text) reduction(+ : wrong)
    {
        omp_capture_affinity(text, sizeof text, NULL);
        const char *mine = omp_get_thread_num() ? "1.1/2|1   |   1|001|%"
                                                : "1.0/2|0   |   0|000|%";
        wrong += strcmp(text, mine) != 0;
    }
    return wrong;
}
