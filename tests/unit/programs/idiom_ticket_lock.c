// A ticket lock: draw a number, wait until it is called.
// expect -DT=2 -DCALL=release -DLOOK=acquire: PASS, outcomes 1
// expect -DT=3 -DCALL=release -DLOOK=acquire: PASS, outcomes 1
// expect -DT=2 -DCALL=relaxed -DLOOK=acquire: RACE, on sum
// expect -DT=2 -DCALL=release -DLOOK=relaxed: RACE, on sum
#include <omp.h>
int next_ticket, called, sum;
int main(void)
{
#pragma omp parallel num_threads(T)
    {
        int mine, now;
#pragma omp atomic capture relaxed
        mine = next_ticket++;
        do {
#pragma omp atomic read LOOK
            now = called;
        } while (now != mine);
        sum++;
#pragma omp atomic write CALL
        called = mine + 1;
    }
    return sum;
}
