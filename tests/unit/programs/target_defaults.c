// defaultmap, is_device_ptr, target data and its pointers: all of it is one memory here.
// expect: PASS, outcomes 1
// expect -DLOST: CRASH, says sum == 20
#include <assert.h>
#include <omp.h>
int main(void)
{
    int a[4] = {1, 2, 3, 4}, sum = 0, scale = 2;
    int *p = a;
#pragma omp target data map(tofrom : a) use_device_addr(a)
    {
#ifdef LOST
#pragma omp target defaultmap(firstprivate : scalar)
#else
#pragma omp target defaultmap(tofrom : scalar)
#endif
        for (int i = 0; i < 4; i++)
            sum += a[i] * scale;
#pragma omp target is_device_ptr(p)
        p[0] = 7;
    }
#pragma omp target enter data map(to : a)
#pragma omp target exit data map(from : a)
    assert(omp_target_is_present(a, omp_get_initial_device()));
    assert(omp_get_num_devices() == 0);
    assert(sum == 20 && a[0] == 7);
    return 0;
}
