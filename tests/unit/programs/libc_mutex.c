// expect: PASS, outcomes 1
// A mutex of pthreads is a lock.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int booked;

int main(void)
{
    #pragma omp parallel num_threads(3)
    {
        pthread_mutex_lock(&lock);
        booked++;
        pthread_mutex_unlock(&lock);
    }
    printf("%d\n", booked);
    return 0;
}
