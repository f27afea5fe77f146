;; The inner loops of the vector scan, in WebAssembly SIMD. `npm run build:wasm` makes kernel-binary.ts of it. The plain twins are
;; in cosine.ts and codes.ts. The memory is the block of vectors that the index room owns; all parameters are byte offsets in it.
(module
  (import "block" "memory" (memory 1))

  ;; Dot products of `count` rows of 32-bit floats with the query. One row at a time: rows side by side defeat the
  ;; prefetcher once the block is larger than the cache. Four accumulators keep the multipliers busy.
  (func (export "dots")
    (param $row i32) (param $count i32) (param $query i32) (param $dimensions i32) (param $out i32)
    (local $at i32) (local $blocks i32) (local $rest i32) (local $left i32) (local $sum f32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $blocks (i32.shr_u (local.get $dimensions) (i32.const 4)))
    (local.set $rest (i32.and (local.get $dimensions) (i32.const 15)))
    (block $done
      (loop $rows
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $a (v128.const f32x4 0 0 0 0))
        (local.set $b (v128.const f32x4 0 0 0 0))
        (local.set $c (v128.const f32x4 0 0 0 0))
        (local.set $d (v128.const f32x4 0 0 0 0))
        (local.set $at (local.get $query))
        (local.set $left (local.get $blocks))
        (block $summed
          (loop $block
            (br_if $summed (i32.eqz (local.get $left)))
            (local.set $a (f32x4.add (local.get $a)
              (f32x4.mul (v128.load (local.get $row)) (v128.load (local.get $at)))))
            (local.set $b (f32x4.add (local.get $b)
              (f32x4.mul (v128.load offset=16 (local.get $row)) (v128.load offset=16 (local.get $at)))))
            (local.set $c (f32x4.add (local.get $c)
              (f32x4.mul (v128.load offset=32 (local.get $row)) (v128.load offset=32 (local.get $at)))))
            (local.set $d (f32x4.add (local.get $d)
              (f32x4.mul (v128.load offset=48 (local.get $row)) (v128.load offset=48 (local.get $at)))))
            (local.set $row (i32.add (local.get $row) (i32.const 64)))
            (local.set $at (i32.add (local.get $at) (i32.const 64)))
            (local.set $left (i32.sub (local.get $left) (i32.const 1)))
            (br $block)))
        (local.set $a (f32x4.add
          (f32x4.add (local.get $a) (local.get $b)) (f32x4.add (local.get $c) (local.get $d))))
        (local.set $sum (f32.add
          (f32.add (f32x4.extract_lane 0 (local.get $a)) (f32x4.extract_lane 1 (local.get $a)))
          (f32.add (f32x4.extract_lane 2 (local.get $a)) (f32x4.extract_lane 3 (local.get $a)))))
        (local.set $left (local.get $rest))
        (block $ended
          (loop $single
            (br_if $ended (i32.eqz (local.get $left)))
            (local.set $sum (f32.add (local.get $sum)
              (f32.mul (f32.load (local.get $row)) (f32.load (local.get $at)))))
            (local.set $row (i32.add (local.get $row) (i32.const 4)))
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (local.set $left (i32.sub (local.get $left) (i32.const 1)))
            (br $single)))
        (f32.store (local.get $out) (local.get $sum))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $rows))))

  ;; The same over rows of 8-bit codes, whose number of dimensions is a multiple of 16, with a query of 16-bit codes. Two rows
  ;; at once share what is loaded of the query. `scales` holds a factor for each row; `scale` is that of the query.
  (func (export "codedDots")
    (param $row i32) (param $count i32) (param $query i32) (param $dimensions i32) (param $out i32)
    (param $scales i32) (param $scale f32)
    (local $other i32) (local $at i32) (local $left i32)
    (local $a v128) (local $b v128) (local $code v128)
    (block $done
      (loop $rows
        (br_if $done (i32.eqz (local.get $count)))
        ;; The last of an odd number of rows is its own neighbour.
        (local.set $other (select
          (local.get $row)
          (i32.add (local.get $row) (local.get $dimensions))
          (i32.eq (local.get $count) (i32.const 1))))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (v128.const i32x4 0 0 0 0))
        (local.set $at (local.get $query))
        (local.set $left (local.get $dimensions))
        (loop $block
          (local.set $code (v128.load (local.get $row)))
          (local.set $a (i32x4.add (local.get $a) (i32x4.add
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $code)) (v128.load (local.get $at)))
            (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $code)) (v128.load offset=16 (local.get $at))))))
          (local.set $code (v128.load (local.get $other)))
          (local.set $b (i32x4.add (local.get $b) (i32x4.add
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $code)) (v128.load (local.get $at)))
            (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $code)) (v128.load offset=16 (local.get $at))))))
          (local.set $row (i32.add (local.get $row) (i32.const 16)))
          (local.set $other (i32.add (local.get $other) (i32.const 16)))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (br_if $block (local.tee $left (i32.sub (local.get $left) (i32.const 16)))))
        (f32.store (local.get $out) (call $scaled (local.get $a) (local.get $scales) (local.get $scale)))
        (br_if $done (i32.eq (local.get $count) (i32.const 1)))
        (f32.store offset=4 (local.get $out)
          (call $scaled (local.get $b) (i32.add (local.get $scales) (i32.const 4)) (local.get $scale)))
        (local.set $row (local.get $other))
        (local.set $scales (i32.add (local.get $scales) (i32.const 8)))
        (local.set $out (i32.add (local.get $out) (i32.const 8)))
        (local.set $count (i32.sub (local.get $count) (i32.const 2)))
        (br $rows))))

  (func $scaled (param $sums v128) (param $scales i32) (param $scale f32) (result f32)
    (f32.mul
      (f32.convert_i32_s (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums)))
        (i32.add (i32x4.extract_lane 2 (local.get $sums)) (i32x4.extract_lane 3 (local.get $sums)))))
      (f32.mul (f32.load (local.get $scales)) (local.get $scale)))))
