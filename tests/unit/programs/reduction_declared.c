// A reduction of our own: the nearest point.
// expect -DN=6: PASS, threads 3, outcomes 1
// expect race -DN=300: PASS
struct point {
    int x, distance;
};

static void nearer(struct point *out, struct point *in)
{
    if (in->distance < out->distance ||
        (in->distance == out->distance && in->x < out->x))
        *out = *in;
}

#pragma omp declare reduction(nearest : struct point :                  \
                              nearer(&omp_out, &omp_in))                \
    initializer(omp_priv = {-1, 1 << 30})

int main(void)
{
    struct point best = {-1, 1 << 30};
#pragma omp parallel for reduction(nearest : best)
    for (int i = 0; i < N; i++) {
        struct point p = {i, (i - 4) * (i - 4)};
        nearer(&best, &p);
    }
    return best.x != 4;
}
