// expect: PASS, outcomes 1
/* select and poll without files sleep, which orders nothing but takes time. */
#include <omp.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/select.h>

int main(void)
{
    double before = omp_get_wtime();
    struct timeval length = {.tv_sec = 2};
    select(0, NULL, NULL, NULL, &length);
    poll(NULL, 0, 500);
    if (omp_get_wtime() - before < 2.5)
        abort();
    return 0;
}
