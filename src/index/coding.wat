;; 8-bit codes of the rows of a vector block, in WebAssembly SIMD. `npm run build:wasm` makes coding-binary.ts of it. The plain
;; twin is in vector-codes.ts, and rounds as this does. All of 32-bit floats, and nothing is called: both cost twice the time.
(module
  (import "block" "memory" (memory 1))

  ;; For each of `count` rows of floats from `row` on: its codes at `codes`, and its scale as a float at `scales`.
  ;; The number of dimensions is a multiple of 16.
  (func (export "encode")
    (param $row i32) (param $count i32) (param $dimensions i32) (param $codes i32) (param $scales i32)
    (local $at i32) (local $left i32) (local $most v128) (local $largest f32) (local $factor v128) (local $half v128)
    (local.set $half (v128.const f32x4 0.5 0.5 0.5 0.5))
    (block $done
      (loop $rows
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $most (v128.const f32x4 0 0 0 0))
        (local.set $at (local.get $row))
        (local.set $left (local.get $dimensions))
        ;; pmax keeps what it has where the other is no number, as a comparison does.
        (loop $block
          (local.set $most (f32x4.pmax (local.get $most) (f32x4.abs (v128.load (local.get $at)))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $block (local.tee $left (i32.sub (local.get $left) (i32.const 4)))))
        (local.set $largest (f32.max
          (f32.max (f32x4.extract_lane 0 (local.get $most)) (f32x4.extract_lane 1 (local.get $most)))
          (f32.max (f32x4.extract_lane 2 (local.get $most)) (f32x4.extract_lane 3 (local.get $most)))))
        (f32.store (local.get $scales) (f32.div (local.get $largest) (f32.const 127)))
        (local.set $factor (f32x4.splat (select
          (f32.const 0)
          (f32.div (f32.const 127) (local.get $largest))
          (f32.lt (local.get $largest) (f32.const 0x1p-100)))))
        (local.set $left (local.get $dimensions))
        (loop $block
          (v128.store (local.get $codes) (i8x16.narrow_i16x8_s
            (i16x8.narrow_i32x4_s
              (i32x4.trunc_sat_f32x4_s (f32x4.floor (f32x4.add (local.get $half)
                (f32x4.mul (v128.load (local.get $row)) (local.get $factor)))))
              (i32x4.trunc_sat_f32x4_s (f32x4.floor (f32x4.add (local.get $half)
                (f32x4.mul (v128.load offset=16 (local.get $row)) (local.get $factor))))))
            (i16x8.narrow_i32x4_s
              (i32x4.trunc_sat_f32x4_s (f32x4.floor (f32x4.add (local.get $half)
                (f32x4.mul (v128.load offset=32 (local.get $row)) (local.get $factor)))))
              (i32x4.trunc_sat_f32x4_s (f32x4.floor (f32x4.add (local.get $half)
                (f32x4.mul (v128.load offset=48 (local.get $row)) (local.get $factor))))))))
          (local.set $row (i32.add (local.get $row) (i32.const 64)))
          (local.set $codes (i32.add (local.get $codes) (i32.const 16)))
          (br_if $block (local.tee $left (i32.sub (local.get $left) (i32.const 16)))))
        (local.set $scales (i32.add (local.get $scales) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $rows)))))
