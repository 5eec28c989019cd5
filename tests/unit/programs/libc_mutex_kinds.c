// expect: PASS, outcomes 1
// Recursive and checking mutexes, spin locks, trylock, once.
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <pthread.h>

static pthread_mutex_t nest = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static pthread_mutex_t strict = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int prepared, sum, spun;

static void prepare(void) { prepared++; }

int main(void)
{
    pthread_spinlock_t spin;
    pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE);
    #pragma omp parallel num_threads(2)
    {
        pthread_once(&once, prepare);
        pthread_mutex_lock(&nest);
        pthread_mutex_lock(&nest);
        sum += prepared;
        pthread_mutex_unlock(&nest);
        pthread_mutex_unlock(&nest);
        pthread_spin_lock(&spin);
        spun++;
        pthread_spin_unlock(&spin);
    }
    assert(sum == 2 && spun == 2 && pthread_mutex_trylock(&strict) == 0);
    assert(pthread_mutex_lock(&strict) == EDEADLK);
    assert(pthread_mutex_unlock(&strict) == 0);
    assert(pthread_mutex_unlock(&strict) == EPERM);
    pthread_mutex_destroy(&strict);
    return 0;
}
