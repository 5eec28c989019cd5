// Memory of the host's own device, and copies of boxes out of arrays.
// expect: PASS, outcomes 1
#include <assert.h>
#include <omp.h>
#include <stddef.h>
int main(void)
{
    int host = omp_get_initial_device();
    int from[3][4] = {{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}};
    int *block = omp_target_alloc(sizeof from, host);
    assert(block && omp_target_is_present(block, host));
    assert(omp_target_memcpy(block, from, sizeof from, 0, 0, host,
                             host) == 0);
    assert(block[11] == 11);

    size_t volume[2] = {2, 2}, zero[2] = {0, 0}, corner[2] = {1, 2};
    size_t wide[2] = {3, 4}, small[2] = {2, 2};
    int box[2][2];
    assert(omp_target_memcpy_rect(box, from, sizeof(int), 2, volume,
                                  zero, corner, small, wide, host,
                                  host) == 0);
    assert(box[0][0] == 6 && box[1][1] == 11);
    assert(omp_target_associate_ptr(from, block, 4, 0, host) != 0);
    omp_target_free(block, host);
    return omp_get_num_devices();
}
