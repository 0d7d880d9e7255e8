/*
 * Trains a small convolutional network to read handwritten digits, in C.
 *
 *     train_digits [digits.csv]
 *
 * Build: cc train_digits.c -o train_digits $(pkg-config --cflags --libs emberwing)
 * One fifth of the digits is held out. The exit status is 1 when fewer than 97 % of those are read correctly.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <emberwing.h>

enum { PIXELS = 64, CLASSES = 10, MAX_DIGITS = 4096, BATCH = 32, EPOCHS = 12, BAR = 20 };

static void check(bool ok, const char *what) {
  if (ok) return;
  fprintf(stderr, "%s: %s\n", what, ew_last_error_message());
  exit(1);
}

typedef struct {
  ew_tensor *images; /* [n, 1, 8, 8], values from 0 to 1 */
  ew_tensor *labels; /* [n] */
  int64_t count;
} digit_set;

/* Reads lines of 64 grey values from 0 to 16 and a label. */
static digit_set read_digits(const char *path) {
  static float pixels[MAX_DIGITS][PIXELS];
  static int64_t labels[MAX_DIGITS];
  FILE *file = fopen(path, "r");
  if (!file) {
    perror(path);
    exit(1);
  }
  int64_t n = 0;
  char line[1024];
  while (n < MAX_DIGITS && fgets(line, sizeof line, file)) {
    char *p = line;
    for (int i = 0; i < PIXELS; i++) {
      pixels[n][i] = strtof(p, &p) / 16;
      if (*p == ',') p++;
    }
    labels[n++] = strtol(p, NULL, 10);
  }
  fclose(file);
  const int64_t shape[] = {n, 1, 8, 8};
  digit_set set = {ew_tensor_from_data(pixels, shape, 4, EW_FLOAT32), ew_tensor_from_data(labels, &n, 1, EW_INT64), n};
  check(set.images && set.labels, path);
  return set;
}

/* Rows of a set, chosen by index. */
static digit_set pick(digit_set set, ew_tensor *index) {
  digit_set out = {ew_index_select(set.images, 0, index), ew_index_select(set.labels, 0, index),
                   ew_tensor_numel(index)};
  check(out.images && out.labels, "index_select");
  return out;
}

static void release_set(digit_set set) {
  ew_tensor_release(set.images);
  ew_tensor_release(set.labels);
}

static double item(ew_tensor *t) {
  ew_scalar value = {0};
  check(ew_tensor_item(t, &value) == EW_OK, "item");
  return value.kind == EW_SCALAR_FLOAT ? value.real : (double)value.integer;
}

static ew_module *make_network(void) {
  ew_conv2d_options conv = EW_CONV2D_OPTIONS_INIT;
  conv.padding[0] = conv.padding[1] = 1;
  ew_module *layers[] = {
      ew_conv2d_new(1, 16, 3, 3, &conv),
      ew_batch_norm2d_new(16, NULL),
      ew_relu_new(),
      ew_max_pool2d_new(2, 2, NULL),
      ew_flatten_new(1, -1),
      ew_dropout_new(0.2),
      ew_linear_new(16 * 4 * 4, 64, true, EW_DTYPE_NONE),
      ew_relu_new(),
      ew_linear_new(64, CLASSES, true, EW_DTYPE_NONE),
  };
  const size_t count = sizeof layers / sizeof *layers;
  for (size_t i = 0; i < count; i++) check(layers[i] != NULL, "layer");
  ew_module *model = ew_sequential_new(layers, count);
  check(model != NULL, "sequential");
  for (size_t i = 0; i < count; i++) ew_module_release(layers[i]);
  return model;
}

static ew_tensor *loss_of(ew_tensor *scores, ew_tensor *labels) {
  ew_tensor *loss = ew_cross_entropy(scores, labels, NULL, -100, "mean", 0.0);
  check(loss != NULL, "cross_entropy");
  return loss;
}

/* One step of training; gives the loss. */
static double train_batch(ew_module *model, ew_optimizer *optimizer, digit_set batch) {
  ew_tensor *scores = ew_module_forward(model, batch.images);
  check(scores != NULL, "forward");
  ew_tensor *loss = loss_of(scores, batch.labels);
  ew_optimizer_zero_grad(optimizer);
  check(ew_tensor_backward(loss, NULL, false, false) == EW_OK, "backward");
  check(ew_optimizer_step(optimizer) == EW_OK, "step");
  const double value = item(loss);
  ew_tensor_release(loss);
  ew_tensor_release(scores);
  return value;
}

/* The share of digits read correctly; the mean loss goes to *out_loss. */
static double evaluate(ew_module *model, digit_set set, double *out_loss) {
  const int64_t dim = 1;
  const bool before = ew_set_grad_enabled(false);
  ew_module_train(model, false);
  ew_tensor *scores = ew_module_forward(model, set.images);
  check(scores != NULL, "forward");
  ew_tensor *loss = loss_of(scores, set.labels);
  ew_tensor *predicted = ew_argmax(scores, &dim, false);
  ew_tensor *hits = predicted ? ew_eq(predicted, set.labels) : NULL;
  ew_tensor *right = hits ? ew_sum(hits, NULL, 0, false, EW_DTYPE_NONE) : NULL;
  check(right != NULL, "accuracy");
  const double accuracy = item(right) / (double)set.count;
  *out_loss = item(loss);
  ew_tensor *all[] = {scores, loss, predicted, hits, right};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) ew_tensor_release(all[i]);
  ew_module_train(model, true);
  ew_set_grad_enabled(before);
  return accuracy;
}

static void print_bar(int epoch, double done) {
  const int filled = (int)(done * BAR);
  printf("\repoch %3d/%d [%.*s%.*s]", epoch, EPOCHS, filled, "####################", BAR - filled,
         "....................");
  fflush(stdout);
}

int main(int argc, char **argv) {
  const char *path = argc > 1 ? argv[1] : "bindings/python/emberwing/data/digits.csv";
  ew_manual_seed(0);
  digit_set all = read_digits(path);
  const int64_t held_out = all.count / 5, learnt = all.count - held_out;
  ew_tensor *order = ew_randperm(all.count, NULL, EW_INT64);
  ew_tensor *first = order ? ew_narrow(order, 0, 0, learnt) : NULL;
  ew_tensor *last = first ? ew_narrow(order, 0, learnt, held_out) : NULL;
  check(last != NULL, "split");
  digit_set train = pick(all, first), test = pick(all, last);
  ew_tensor_release(first), ew_tensor_release(last), ew_tensor_release(order);
  release_set(all);

  ew_module *model = make_network();
  ew_adam_options options = EW_ADAM_OPTIONS_INIT;
  options.lr = 3e-3;
  ew_optimizer *optimizer = ew_adam_for_module(model, &options);
  check(optimizer != NULL, "adam");
  printf("%lld digits to learn from, %lld held out\n", (long long)train.count, (long long)test.count);

  double accuracy = 0;
  for (int epoch = 1; epoch <= EPOCHS; epoch++) {
    double total = 0;
    order = ew_randperm(train.count, NULL, EW_INT64);
    check(order != NULL, "randperm");
    for (int64_t at = 0; at < train.count; at += BATCH) {
      const int64_t size = train.count - at < BATCH ? train.count - at : BATCH;
      ew_tensor *index = ew_narrow(order, 0, at, size);
      check(index != NULL, "narrow");
      digit_set batch = pick(train, index);
      total += train_batch(model, optimizer, batch) * (double)size;
      release_set(batch);
      ew_tensor_release(index);
      print_bar(epoch, (double)(at + size) / (double)train.count);
    }
    ew_tensor_release(order);
    double test_loss = 0;
    accuracy = evaluate(model, test, &test_loss);
    printf(" loss %.4f  held out: loss %.4f, accuracy %6.2f%%\n", total / (double)train.count, test_loss,
           accuracy * 100);
    if (epoch == EPOCHS * 2 / 3) ew_optimizer_set_learning_rate(optimizer, 5e-4);
  }

  release_set(train);
  release_set(test);
  ew_optimizer_release(optimizer);
  ew_module_release(model);
  printf("held-out accuracy %.2f%%, tensors left: %lld\n", accuracy * 100, (long long)ew_live_tensors());
  return accuracy >= 0.97 ? 0 : 1;
}
