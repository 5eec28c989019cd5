// Data environments of every kind change nothing where memory is shared.
// expect: PASS, outcomes 1
#include <assert.h>
#pragma omp declare target
int counter;
int twice(int x)
{
    return 2 * x;
}
#pragma omp end declare target
int main(void)
{
    int a[8] = {0}, *p = a;
#pragma omp target enter data map(to : a)
#pragma omp target data map(tofrom : a) use_device_addr(a)
    {
#pragma omp target is_device_ptr(p)
        p[1] = twice(21);
#pragma omp target update from(a)
#pragma omp target
        counter += a[1];
    }
#pragma omp target exit data map(delete : a)
#pragma omp target update to(counter)
    assert(counter == 42);
    return 0;
}
