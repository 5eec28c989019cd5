// expect: DEADLOCK, says thread 0 waits in line 15 for the lock b
// Two mutexes, taken in both orders.
#include <pthread.h>

static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t b = PTHREAD_MUTEX_INITIALIZER;

int main(void)
{
    #pragma omp parallel sections num_threads(2)
    {
        #pragma omp section
        {
            pthread_mutex_lock(&a);
            pthread_mutex_lock(&b);
            pthread_mutex_unlock(&b);
            pthread_mutex_unlock(&a);
        }
        #pragma omp section
        {
            pthread_mutex_lock(&b);
            pthread_mutex_lock(&a);
            pthread_mutex_unlock(&a);
            pthread_mutex_unlock(&b);
        }
    }
    return 0;
}
