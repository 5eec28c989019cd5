// expect: PASS, outcomes 1
// Atomic objects larger than a register, and of odd sizes.
#include <stdatomic.h>
#include <stdio.h>

struct triple {
    long seats, sold, left;
};

struct odd {
    char bytes[3];
};

static _Atomic struct triple hall = {10, 0, 10};
static _Atomic struct odd name;
static _Atomic long double sum;

static void sell(void)
{
    struct triple seen = hall, next;
    do {
        next = (struct triple){seen.seats, seen.sold + 1, seen.left - 1};
    } while (!atomic_compare_exchange_weak(&hall, &seen, next));
}

int main(void)
{
    #pragma omp parallel num_threads(2)
    {
        sell();
        sum += 1.5L;
        name = (struct odd){{'A', 'B', 0}};
    }
    struct triple end = hall;
    struct odd who = name;
    printf("%ld %ld %Lg %s\n", end.sold, end.left, (long double)sum,
           who.bytes);
    return 0;
}
