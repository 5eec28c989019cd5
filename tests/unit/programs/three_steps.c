// Two buyers, one seat; each records its ticket in its own slot: 20 schedules.
// expect: RACE, schedules 20, outcomes 3, on seats
#include <omp.h>
int seats = 1, ticket[2];
int main(void)
{
#pragma omp parallel num_threads(2)
    if (seats > 0) {
        seats = seats - 1;
        ticket[omp_get_thread_num()] = 1;
    }
    return (ticket[0] + ticket[1]) * 10 + seats + 1;
}
