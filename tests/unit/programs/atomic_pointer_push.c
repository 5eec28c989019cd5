// A list: the head is set atomically, but the link is read before.
// expect: VARIES, threads 2
static struct node {
    struct node *next;
} nodes[2], *head;

int main(void)
{
#pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2; i++) {
        struct node *old;
#pragma omp atomic read seq_cst
        old = head;
        nodes[i].next = old;
#pragma omp atomic write seq_cst
        head = &nodes[i];
    }
    int length = 0;
    for (struct node *node = head; node; node = node->next)
        length++;
    return length;
}
