#!/usr/bin/env python3
"""Scikit-learn around a network: its data, its scaler, its split, its metrics, and its grid search.

    with_scikit_learn.py [--lib emberwing]

The network is wrapped as a scikit-learn classifier, so that pipelines and searches take it as one of their own. The exit
status is 1 when fewer than 95 % of the held-out wines are told apart. With `--lib torch` the same program runs on PyTorch.
"""
import argparse
import importlib
import sys

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.datasets import load_wine
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--lib", default="emberwing", help="emberwing, or torch to compare")
options = parser.parse_args()

torch = importlib.import_module(options.lib)  # in a program of your own: import emberwing as torch
nn = torch.nn


class NetworkClassifier(ClassifierMixin, BaseEstimator):
    """A network of one hidden layer with the methods that scikit-learn asks of a classifier."""

    def __init__(self, hidden=16, lr=0.02, epochs=60, seed=0):
        self.hidden, self.lr, self.epochs, self.seed = hidden, lr, epochs, seed

    def fit(self, x, y):
        torch.manual_seed(self.seed)
        self.classes_, labels = np.unique(y, return_inverse=True)
        x, labels = torch.as_tensor(x, dtype=torch.float32), torch.as_tensor(labels)
        self.network_ = nn.Sequential(nn.Linear(x.shape[1], self.hidden), nn.ReLU(), nn.Linear(self.hidden, len(self.classes_)))
        optimizer = torch.optim.Adam(self.network_.parameters(), lr=self.lr)
        for _ in range(self.epochs):
            optimizer.zero_grad()
            nn.functional.cross_entropy(self.network_(x), labels).backward()
            optimizer.step()
        return self

    def predict_proba(self, x):
        with torch.no_grad():
            return self.network_(torch.as_tensor(x, dtype=torch.float32)).softmax(1).numpy()

    def predict(self, x):
        return self.classes_[self.predict_proba(x).argmax(1)]


x, y = load_wine(return_X_y=True)
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.3, random_state=0, stratify=y)
search = GridSearchCV(make_pipeline(StandardScaler(), NetworkClassifier()), {"networkclassifier__hidden": [4, 16]}, cv=3)
search.fit(x_train, y_train)

# Scikit-learn takes tensors wherever it takes arrays.
predictions = torch.from_numpy(search.predict(x_test))
accuracy = accuracy_score(torch.from_numpy(y_test), predictions)
print(f"best: {search.best_params_}\n{confusion_matrix(y_test, predictions)}\naccuracy {accuracy:.3f}")
sys.exit(accuracy < 0.95)
