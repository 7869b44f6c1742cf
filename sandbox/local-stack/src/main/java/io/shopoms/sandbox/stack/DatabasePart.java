package io.shopoms.sandbox.stack;
