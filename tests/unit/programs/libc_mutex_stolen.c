// expect: CRASH, says pthread_mutex_unlock on a mutex that this thread does not hold
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

int main(void)
{
    pthread_mutex_unlock(&lock);
    return 0;
}
