#ifndef EMBERWING_COPENBLAS_H
#define EMBERWING_COPENBLAS_H
#include <cblas.h>

// LAPACK's Fortran routines, which the same library exports. Numbers and matrices are untyped, so that the four
// precisions of a routine (float, double and their complex forms) share one prototype.
#define EW_FORTRAN_REAL(name, ...)  \
  void s##name##_(__VA_ARGS__);     \
  void d##name##_(__VA_ARGS__);
#define EW_FORTRAN_COMPLEX(name, ...) \
  void c##name##_(__VA_ARGS__);       \
  void z##name##_(__VA_ARGS__);
#define EW_FORTRAN(name, ...)          \
  EW_FORTRAN_REAL(name, __VA_ARGS__)   \
  EW_FORTRAN_COMPLEX(name, __VA_ARGS__)

typedef const char *ew_flag;
typedef const int *ew_size;
typedef int *ew_ints;
typedef void *ew_numbers;

EW_FORTRAN(trsm, ew_flag side, ew_flag uplo, ew_flag trans, ew_flag diag, ew_size m, ew_size n, ew_numbers alpha,
           ew_numbers a, ew_size lda, ew_numbers b, ew_size ldb)
EW_FORTRAN(potrf, ew_flag uplo, ew_size n, ew_numbers a, ew_size lda, ew_ints info)
EW_FORTRAN(getrf, ew_size m, ew_size n, ew_numbers a, ew_size lda, ew_ints ipiv, ew_ints info)
EW_FORTRAN(getrs, ew_flag trans, ew_size n, ew_size nrhs, ew_numbers a, ew_size lda, ew_ints ipiv, ew_numbers b,
           ew_size ldb, ew_ints info)
EW_FORTRAN(geqrf, ew_size m, ew_size n, ew_numbers a, ew_size lda, ew_numbers tau, ew_numbers work, ew_size lwork,
           ew_ints info)
EW_FORTRAN_REAL(orgqr, ew_size m, ew_size n, ew_size k, ew_numbers a, ew_size lda, ew_numbers tau, ew_numbers work,
                ew_size lwork, ew_ints info)
EW_FORTRAN_COMPLEX(ungqr, ew_size m, ew_size n, ew_size k, ew_numbers a, ew_size lda, ew_numbers tau, ew_numbers work,
                   ew_size lwork, ew_ints info)
EW_FORTRAN_REAL(ormqr, ew_flag side, ew_flag trans, ew_size m, ew_size n, ew_size k, ew_numbers a, ew_size lda,
                ew_numbers tau, ew_numbers c, ew_size ldc, ew_numbers work, ew_size lwork, ew_ints info)
EW_FORTRAN_COMPLEX(unmqr, ew_flag side, ew_flag trans, ew_size m, ew_size n, ew_size k, ew_numbers a, ew_size lda,
                   ew_numbers tau, ew_numbers c, ew_size ldc, ew_numbers work, ew_size lwork, ew_ints info)
EW_FORTRAN_REAL(syevd, ew_flag jobz, ew_flag uplo, ew_size n, ew_numbers a, ew_size lda, ew_numbers w, ew_numbers work,
                ew_size lwork, ew_ints iwork, ew_size liwork, ew_ints info)
EW_FORTRAN_COMPLEX(heevd, ew_flag jobz, ew_flag uplo, ew_size n, ew_numbers a, ew_size lda, ew_numbers w,
                   ew_numbers work, ew_size lwork, ew_numbers rwork, ew_size lrwork, ew_ints iwork, ew_size liwork,
                   ew_ints info)
EW_FORTRAN_REAL(geev, ew_flag jobvl, ew_flag jobvr, ew_size n, ew_numbers a, ew_size lda, ew_numbers wr, ew_numbers wi,
                ew_numbers vl, ew_size ldvl, ew_numbers vr, ew_size ldvr, ew_numbers work, ew_size lwork, ew_ints info)
EW_FORTRAN_COMPLEX(geev, ew_flag jobvl, ew_flag jobvr, ew_size n, ew_numbers a, ew_size lda, ew_numbers w,
                   ew_numbers vl, ew_size ldvl, ew_numbers vr, ew_size ldvr, ew_numbers work, ew_size lwork,
                   ew_numbers rwork, ew_ints info)
EW_FORTRAN_REAL(gesdd, ew_flag jobz, ew_size m, ew_size n, ew_numbers a, ew_size lda, ew_numbers s, ew_numbers u,
                ew_size ldu, ew_numbers vt, ew_size ldvt, ew_numbers work, ew_size lwork, ew_ints iwork, ew_ints info)
EW_FORTRAN_COMPLEX(gesdd, ew_flag jobz, ew_size m, ew_size n, ew_numbers a, ew_size lda, ew_numbers s, ew_numbers u,
                   ew_size ldu, ew_numbers vt, ew_size ldvt, ew_numbers work, ew_size lwork, ew_numbers rwork,
                   ew_ints iwork, ew_ints info)
EW_FORTRAN(gels, ew_flag trans, ew_size m, ew_size n, ew_size nrhs, ew_numbers a, ew_size lda, ew_numbers b,
           ew_size ldb, ew_numbers work, ew_size lwork, ew_ints info)
EW_FORTRAN_REAL(gelsy, ew_size m, ew_size n, ew_size nrhs, ew_numbers a, ew_size lda, ew_numbers b, ew_size ldb,
                ew_ints jpvt, ew_numbers rcond, ew_ints rank, ew_numbers work, ew_size lwork, ew_ints info)
EW_FORTRAN_COMPLEX(gelsy, ew_size m, ew_size n, ew_size nrhs, ew_numbers a, ew_size lda, ew_numbers b, ew_size ldb,
                   ew_ints jpvt, ew_numbers rcond, ew_ints rank, ew_numbers work, ew_size lwork, ew_numbers rwork,
                   ew_ints info)
EW_FORTRAN_REAL(gelsd, ew_size m, ew_size n, ew_size nrhs, ew_numbers a, ew_size lda, ew_numbers b, ew_size ldb,
                ew_numbers s, ew_numbers rcond, ew_ints rank, ew_numbers work, ew_size lwork, ew_ints iwork,
                ew_ints info)
EW_FORTRAN_COMPLEX(gelsd, ew_size m, ew_size n, ew_size nrhs, ew_numbers a, ew_size lda, ew_numbers b, ew_size ldb,
                   ew_numbers s, ew_numbers rcond, ew_ints rank, ew_numbers work, ew_size lwork, ew_numbers rwork,
                   ew_ints iwork, ew_ints info)
EW_FORTRAN_REAL(gelss, ew_size m, ew_size n, ew_size nrhs, ew_numbers a, ew_size lda, ew_numbers b, ew_size ldb,
                ew_numbers s, ew_numbers rcond, ew_ints rank, ew_numbers work, ew_size lwork, ew_ints info)
EW_FORTRAN_COMPLEX(gelss, ew_size m, ew_size n, ew_size nrhs, ew_numbers a, ew_size lda, ew_numbers b, ew_size ldb,
                   ew_numbers s, ew_numbers rcond, ew_ints rank, ew_numbers work, ew_size lwork, ew_numbers rwork,
                   ew_ints info)
EW_FORTRAN(sytrf, ew_flag uplo, ew_size n, ew_numbers a, ew_size lda, ew_ints ipiv, ew_numbers work, ew_size lwork,
           ew_ints info)
EW_FORTRAN_COMPLEX(hetrf, ew_flag uplo, ew_size n, ew_numbers a, ew_size lda, ew_ints ipiv, ew_numbers work,
                   ew_size lwork, ew_ints info)
EW_FORTRAN(sytrs, ew_flag uplo, ew_size n, ew_size nrhs, ew_numbers a, ew_size lda, ew_ints ipiv, ew_numbers b,
           ew_size ldb, ew_ints info)
EW_FORTRAN_COMPLEX(hetrs, ew_flag uplo, ew_size n, ew_size nrhs, ew_numbers a, ew_size lda, ew_ints ipiv, ew_numbers b,
                   ew_size ldb, ew_ints info)
#endif
