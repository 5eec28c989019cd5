// expect: RACE, races 1
struct large {
    int x, y, z[4];
};
struct large b[33];
int main(void)
{
#pragma omp simd
    for (int i = 0; i < 32; i++)
        b[i + 1] = b[i];
    return b[3].y;
}
