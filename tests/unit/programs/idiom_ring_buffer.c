// One producer, one consumer, a ring of two cells: each end is moved by one
// thread and read by the other.
// expect -DPUT=release -DGET=acquire: PASS, outcomes 1
// expect -DPUT=relaxed -DGET=acquire: RACE, on ring[0]
// expect -DPUT=release -DGET=relaxed: RACE, on ring[0]
#include <omp.h>
enum { CELLS = 2, ITEMS = 3 };
int ring[CELLS], head, tail;
int main(void)
{
    int sum = 0, there;
#pragma omp parallel num_threads(2) private(there)
    if (omp_get_thread_num() == 0) {
        for (int i = 0; i < ITEMS; i++) {
            do {
#pragma omp atomic read GET
                there = tail;
            } while (i - there == CELLS);
            ring[i % CELLS] = i + 1;
#pragma omp atomic write PUT
            head = i + 1;
        }
    } else {
        for (int i = 0; i < ITEMS; i++) {
            do {
#pragma omp atomic read GET
                there = head;
            } while (there == i);
            sum = 10 * sum + ring[i % CELLS];
#pragma omp atomic write PUT
            tail = i + 1;
        }
    }
    return sum;
}
