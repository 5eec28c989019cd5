// expect: PASS, outcomes 1
struct small {
    int x, y;
};
struct large {
    int x, y, z[4];
};
struct small a[33];
struct large b[33];
int main(void)
{
#pragma omp simd
    for (int i = 0; i < 32; i++) {
        a[i] = a[i + 1];
        b[i] = b[i + 1];
    }
    return a[3].y;
}
